import { createHash } from 'node:crypto';
import type { Db } from '../../db/connect.ts';
import type { Resumes } from './port.ts';

/** Resumes beside their bookings, so that a backup has both and deleting one deletes the other. */
export function postgresResumes(db: Db): Resumes {
  return {
    async put(bookingId, { filename, bytes }) {
      const buffer = Buffer.from(bytes);
      const row = {
        filename,
        size: buffer.length,
        sha256: createHash('sha256').update(buffer).digest('hex'),
        bytes: buffer,
        uploadedAt: new Date(),
      };
      await db
        .insertInto('resumes')
        .values({ bookingId, ...row })
        .onConflict((conflict) => conflict.column('bookingId').doUpdateSet(row))
        .execute();
    },

    async get(bookingId) {
      const row = await db
        .selectFrom('resumes')
        .select(['filename', 'size', 'bytes'])
        .where('bookingId', '=', bookingId)
        .executeTakeFirst();
      return row ?? null;
    },

    async remove(bookingId) {
      await db.deleteFrom('resumes').where('bookingId', '=', bookingId).execute();
    },
  };
}
