/** A candidate's resume: a PDF, checked before it gets here. */
export interface Resume {
  filename: string;
  bytes: Uint8Array;
}

export interface StoredResume extends Resume {
  size: number;
}

/** Where resumes are kept. One for a booking; a new one replaces it. */
export interface Resumes {
  put(bookingId: string, resume: Resume): Promise<void>;
  get(bookingId: string): Promise<StoredResume | null>;
  remove(bookingId: string): Promise<void>;
}
