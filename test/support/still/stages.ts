/** A booking at every stage, by the stage's name. Ids never change: pages may show a part of them. */
export const BOOKINGS = {
  held: '019a9000-0000-7000-8000-000000000001',
  described: '019a9000-0000-7000-8000-000000000002',
  checkout: '019a9000-0000-7000-8000-000000000003',
  authorised: '019a9000-0000-7000-8000-000000000004',
  confirmed: '019a9000-0000-7000-8000-000000000005',
  soon: '019a9000-0000-7000-8000-000000000006',
  lapsed: '019a9000-0000-7000-8000-000000000007',
  refused: '019a9000-0000-7000-8000-000000000008',
  past: '019a9000-0000-7000-8000-000000000009',
  proposed: '019a9000-0000-7000-8000-000000000010',
  called: '019a9000-0000-7000-8000-000000000011',
  calledOff: '019a9000-0000-7000-8000-000000000012',
  claimed: '019a9000-0000-7000-8000-000000000013',
  queued: '019a9000-0000-7000-8000-000000000014',
} as const;

export type Stage = keyof typeof BOOKINGS;

/** One interviewer's bookings: all of them with Mara Lindqvist, whose panel is photographed. */
export const INTERVIEWER = 'mara-lindqvist';
