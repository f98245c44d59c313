/** Every path of the site, as builders. No path string stands anywhere else in `src/`. */

export type TagKind = 'technology' | 'subject';

/** What the list of interviewers is narrowed to, as it stands in the address. */
export interface CatalogueQuery {
  subject?: readonly string[];
  technology?: readonly string[];
}

const query = (entries: [string, string][]): string => {
  const search = new URLSearchParams(entries).toString();
  return search ? `?${search}` : '';
};

export const urls = {
  home: () => '/',
  up: () => '/up',
  icon: () => '/icon.svg',

  interviewers: (filter: CatalogueQuery = {}) =>
    `/interviewers${query([
      ...(filter.subject ?? []).map((slug): [string, string] => ['subject', slug]),
      ...(filter.technology ?? []).map((slug): [string, string] => ['technology', slug]),
    ])}`,
  interviewer: <S extends string>(slug: S) => `/interviewers/${slug}` as const,
  portrait: <S extends string>(id: S) => `/portraits/${id}` as const,
  book: (slug: string) => `/interviewers/${slug}/book`,

  bookings: () => '/bookings',
  booking: (id: string) => `/bookings/${id}`,
  bookingLink: (id: string, token: string) => `/bookings/${id}${query([['token', token]])}`,
  bookingDetails: (id: string) => `/bookings/${id}/details`,
  bookingResume: (id: string) => `/bookings/${id}/resume`,
  bookingPayment: (id: string) => `/bookings/${id}/payment`,
  bookingThanks: (id: string) => `/bookings/${id}/thanks`,
  bookingInvitation: (id: string) => `/bookings/${id}/invitation.ics`,
  bookingTimeZone: (id: string) => `/bookings/${id}/time-zone`,

  /** `next`: where to go on afterwards, a path of this site. */
  signIn: (next?: string) => `/admin/sign-in${next ? query([['next', next]]) : ''}`,
  signOut: () => '/admin/sign-out',
  admin: () => '/admin',
  adminBooking: (id: string) => `/admin/bookings/${id}`,
  adminBookingResume: (id: string) => `/admin/bookings/${id}/resume`,
  adminBookingReading: (id: string) => `/admin/bookings/${id}/reading`,
  /** `saved`: says so at the top of the page. */
  adminProfile: (notice?: 'saved') => `/admin/profile${notice ? query([['notice', notice]]) : ''}`,
  operator: () => '/operator',

  stripeWebhook: () => '/webhooks/stripe',
  calcomWebhook: (connection: string) => `/webhooks/calcom/${connection}`,
};
