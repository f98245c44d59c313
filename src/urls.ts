/** Every path of the site, as builders. No path string stands anywhere else in `src/`. */

export type TagKind = 'technology' | 'subject';

/** The pictures that stand for the site elsewhere: tabs and home screens. */
export const ICON_FILES = [
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
] as const;

export type IconFile = (typeof ICON_FILES)[number];

/** What the list of interviewers is narrowed to, and its order, as they stand in the address. */
export interface CatalogueQuery {
  q?: string;
  subject?: readonly string[];
  technology?: readonly string[];
  /** Highest price, in whole dollars. */
  max?: number | null;
  when?: '48h' | 'week' | 'weekend' | null;
  language?: readonly string[];
  /** `next` is the order without an address. */
  sort?: 'next' | 'price' | 'price-high' | 'name';
  /** `compact` is the size without an address. */
  rows?: 'compact' | 'full';
}

const query = (entries: [string, string][]): string => {
  const search = new URLSearchParams(entries).toString();
  return search ? `?${search}` : '';
};

const each = (name: string, values: readonly string[] = []): [string, string][] =>
  values.map((value) => [name, value]);

export const urls = {
  home: () => '/',
  up: () => '/up',
  icon: () => '/icon.svg',
  /** A file of `src/assets/icons`, under a name that stays. */
  iconFile: (name: IconFile) => `/${name}` as const,
  terms: () => '/terms',
  privacy: () => '/privacy',
  refunds: () => '/refunds',
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
  llms: () => '/llms.txt',
  securityTxt: () => '/.well-known/security.txt',
  manifest: () => '/site.webmanifest',

  interviewers: ({ q, subject, technology, max, when, language, sort, rows }: CatalogueQuery = {}) =>
    `/interviewers${query([
      ...(q ? each('q', [q]) : []),
      ...each('subject', subject),
      ...each('technology', technology),
      ...(typeof max === 'number' ? each('max', [String(max)]) : []),
      ...(when ? each('when', [when]) : []),
      ...each('language', language),
      ...(sort && sort !== 'next' ? each('sort', [sort]) : []),
      ...(rows === 'full' ? each('rows', [rows]) : []),
    ])}`,
  interviewer: <S extends string>(slug: S) => `/interviewers/${slug}` as const,
  /** The picture a link brings along; `version` names what is on it, and so may be kept for good. */
  pageCard: (page: string, version?: string) => `/cards/${page}.png${version ? query([['v', version]]) : ''}`,
  interviewerCard: <S extends string>(slug: S, version?: string) =>
    `/interviewers/${slug}/card.png${version ? query([['v', version]]) : ''}` as const,
  portrait: <S extends string>(id: S) => `/portraits/${id}` as const,
  /** A portrait made from a photograph, in one of its widths. */
  portraitSize: <I extends string, W extends string | number>(id: I, width: W) =>
    `/portraits/${id}/${width}` as const,
  book: (slug: string) => `/interviewers/${slug}/book`,

  bookings: () => '/bookings',
  booking: (id: string) => `/bookings/${id}`,
  bookingLink: (id: string, token: string) => `/bookings/${id}${query([['token', token]])}`,
  bookingDetails: (id: string) => `/bookings/${id}/details`,
  bookingResume: (id: string) => `/bookings/${id}/resume`,
  bookingPayment: (id: string) => `/bookings/${id}/payment`,
  bookingThanks: (id: string) => `/bookings/${id}/thanks`,
  bookingReport: (id: string) => `/bookings/${id}/report`,
  bookingReportFile: (id: string) => `/bookings/${id}/report.pdf`,
  bookingReview: (id: string, show?: 'change') =>
    `/bookings/${id}/review${show ? query([['show', show]]) : ''}`,
  bookingReviewWithdrawal: (id: string) => `/bookings/${id}/review/withdrawal`,
  bookingInvitation: (id: string) => `/bookings/${id}/invitation.ics`,
  bookingTimeZone: (id: string) => `/bookings/${id}/time-zone`,
  /** `watch`: the words of a move that is under way, see move-watch-domain. */
  bookingMoving: (id: string, watch: string) => `/bookings/${id}${query([['moving', watch]])}`,
  bookingMove: (id: string) => `/bookings/${id}/move`,
  bookingProposal: (id: string) => `/bookings/${id}/proposal`,
  bookingCancellation: (id: string) => `/bookings/${id}/cancellation`,
  /** `kind`: what is said from the start. */
  bookingClaim: (id: string, kind?: 'nobody-came') =>
    `/bookings/${id}/claim${kind ? query([['kind', kind]]) : ''}`,

  /** `next`: where to go on afterwards, a path of this site. */
  signIn: (next?: string) => `/admin/sign-in${next ? query([['next', next]]) : ''}`,
  signInCode: (next?: string) => `/admin/sign-in/code${next ? query([['next', next]]) : ''}`,
  signInPasskey: () => '/admin/sign-in/passkey',
  signOut: () => '/admin/sign-out',
  /** How a member gets in. `notice`: what has just changed. */
  account: (notice?: string) => `/admin/account${notice ? query([['notice', notice]]) : ''}`,
  accountPassword: () => '/admin/account/password',
  accountSecondFactor: () => '/admin/account/second-factor',
  accountSecondFactorCode: () => '/admin/account/second-factor/code',
  accountSecondFactorEnd: () => '/admin/account/second-factor/end',
  accountRecoveryCodes: () => '/admin/account/second-factor/recovery-codes',
  accountNewPasskey: () => '/admin/account/passkeys/new',
  accountPasskeys: () => '/admin/account/passkeys',
  accountPasskey: (id: string) => `/admin/account/passkeys/${id}`,
  accountPasskeyEnd: (id: string) => `/admin/account/passkeys/${id}/end`,
  accountSessionEnd: (id: string) => `/admin/account/sessions/${id}/end`,
  accountOtherSessionsEnd: () => '/admin/account/sessions/end',
  accountMails: () => '/admin/account/mails',
  accountEmail: () => '/admin/account/email',
  accountEmailEnd: () => '/admin/account/email/end',
  /** `token`: proves that the mail arrived. */
  emailApproval: (token?: string) => `/account/email/approval${token ? query([['token', token]]) : ''}`,
  emailConfirmation: (token?: string) =>
    `/account/email/confirmation${token ? query([['token', token]]) : ''}`,
  admin: () => '/admin',
  adminBooking: (id: string) => `/admin/bookings/${id}`,
  adminBookingResume: (id: string) => `/admin/bookings/${id}/resume`,
  adminBookingResumeView: (id: string) => `/admin/bookings/${id}/resume/view`,
  /** What an interviewer can no longer change, a page at a time, or what a search finds of it. */
  adminPast: ({ q, outcome, page = 1 }: { q?: string; outcome?: string | null; page?: number } = {}) =>
    `/admin/past${query([
      ...(q ? each('q', [q]) : []),
      ...(outcome ? each('outcome', [outcome]) : []),
      ...(page > 1 ? each('page', [String(page)]) : []),
    ])}`,
  adminCancellation: (id: string) => `/admin/bookings/${id}/cancellation`,
  adminProposal: (id: string) => `/admin/bookings/${id}/proposal`,
  /** The connection to cal.com. `notice`: what has just been done. */
  adminCalendar: (notice?: string) => `/admin/calendar${notice ? query([['notice', notice]]) : ''}`,
  adminCalendarKey: () => '/admin/calendar/key',
  adminCalendarEventType: () => '/admin/calendar/event-type',
  adminCalendarCheck: () => '/admin/calendar/check',
  adminCalendarRepair: () => '/admin/calendar/repair',
  adminCalendarDisconnection: () => '/admin/calendar/disconnection',
  adminFeed: () => '/admin/calendar-feed',
  adminFeedRevocation: () => '/admin/calendar-feed/revocation',
  feed: (key: string) => `/feed.ics${query([['key', key]])}`,
  adminEarnings: () => '/admin/earnings',
  adminEarningsCsv: () => '/admin/earnings.csv',
  adminReport: (id: string) => `/admin/bookings/${id}/report`,
  adminReportPreview: (id: string) => `/admin/bookings/${id}/report/preview`,
  adminReportFile: (id: string) => `/admin/bookings/${id}/report/preview.pdf`,
  adminAbsence: (id: string) => `/admin/bookings/${id}/absence`,
  adminBookingReading: (id: string) => `/admin/bookings/${id}/reading`,
  adminPhoto: () => '/admin/profile/photo',
  adminPhotoTone: () => '/admin/profile/photo/tone',
  adminPhotoRemoval: () => '/admin/profile/photo/removal',
  /** Which of the portraits everybody sees. */
  adminPortrait: () => '/admin/profile/portrait',
  /** `saved`: which part says so. */
  adminProfile: (saved?: string) =>
    `/admin/profile${saved ? `${query([['saved', saved]])}#part-${saved}` : ''}`,
  adminProfilePart: <P extends string>(part: P) => `/admin/profile/parts/${part}` as const,
  /** Takes the last save of a part back. */
  adminProfileUndo: <P extends string>(part: P) => `/admin/profile/parts/${part}/undo` as const,
  /** What the card would look like with what is typed. */
  adminProfilePreview: () => '/admin/profile/preview',
  /** Shows the profile to the public again, or stops. */
  adminPublication: () => '/admin/profile/publication',
  operator: () => '/operator',
  /** `before`: the id of the last one shown. */
  operatorBookings: ({ q, before }: { q?: string; before?: string } = {}) =>
    `/operator/bookings${query([...(q ? each('q', [q]) : []), ...(before ? each('before', [before]) : [])])}`,
  operatorBooking: (id: string) => `/operator/bookings/${id}`,
  operatorCancellation: (id: string) => `/operator/bookings/${id}/cancellation`,
  operatorRefund: (id: string) => `/operator/bookings/${id}/refund`,
  operatorClaim: (id: string) => `/operator/bookings/${id}/claim`,
  operatorMailSending: (id: string) => `/operator/mails/${id}/sending`,
  operatorAlertResolution: (id: string) => `/operator/alerts/${id}/resolution`,
  operatorReviews: () => '/operator/reviews',
  operatorReview: (id: string) => `/operator/reviews/${id}`,
  operatorSuggestions: () => '/operator/technologies',
  operatorSuggestion: (id: string) => `/operator/technologies/${id}`,
  operatorPayouts: () => '/operator/payouts',
  operatorShare: () => '/operator/share',
  operatorRepairs: () => '/operator/repairs',
  operatorInbox: ({ show, before }: { show?: 'waiting' | 'failed' | undefined; before?: string } = {}) =>
    `/operator/inbox${query([...(show ? each('show', [show]) : []), ...(before ? each('before', [before]) : [])])}`,
  operatorDelivery: (id: string) => `/operator/inbox/${id}`,
  operatorReplay: (id: string) => `/operator/inbox/${id}/replay`,

  webhooks: () => '/webhooks',
  stripeWebhook: () => '/webhooks/stripe',
  calcomWebhook: (connection: string) => `/webhooks/calcom/${connection}`,
};
