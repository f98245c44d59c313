const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL can be asked for it: anything else in an address names nothing of ours. */
export const isUuid = (id: string): boolean => UUID.test(id);
