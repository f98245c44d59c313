import { sql } from 'kysely';

/**
 * A jsonb column as text, the names in it as they were stored. Read as an object it would come with its names
 * in camelCase like a row's: right for ours, wrong for what others sent us (Stripe's `payment_intent`).
 */
export const asStored = (column: string) => sql<string>`${sql.ref(column)}::text`;
