/** Instants on the operator's desk; several people share it, in several zones. */
export const DESK_ZONE = 'UTC';
