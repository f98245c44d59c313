import type { CalendarView } from './facts-domain.ts';

interface Slot {
  uid: string;
  startsAt: number;
  status: 'pending' | 'accepted' | 'rejected' | 'cancelled';
  movedTo: string | null;
  cancelledBy: 'candidate' | 'interviewer';
}

const LENGTH = 90 * 60_000;

/** cal.com, as small as it can be and still go wrong: it moves and calls off without asking us. */
export class SmallCalendar {
  answers = true;
  readonly slots: Slot[] = [];

  constructor(startsAt: number) {
    this.#add(startsAt, 'pending');
  }

  /** The booking as it stands after all its moves. */
  get last(): Slot {
    return this.slots[this.slots.length - 1] as Slot;
  }

  /** Says yes to whatever it is asked, a refused one too. */
  confirm(uid: string): void {
    const slot = this.slots.find((one) => one.uid === uid);
    if (slot && slot.movedTo === null) slot.status = 'accepted';
  }

  end(uid: string, by: 'decline' | 'cancel'): void {
    const slot = this.slots.find((one) => one.uid === uid);
    if (slot?.status === 'pending' && by === 'decline') slot.status = 'rejected';
    if (slot?.status === 'accepted' && by === 'cancel') slot.status = 'cancelled';
  }

  hostAccepts(): void {
    if (this.last.status === 'pending') this.last.status = 'accepted';
  }

  hostRefuses(): void {
    if (this.last.status === 'pending') this.last.status = 'rejected';
    else this.callOff('interviewer');
  }

  callOff(by: 'candidate' | 'interviewer'): void {
    if (this.last.status !== 'accepted') return;
    Object.assign(this.last, { status: 'cancelled', cancelledBy: by });
  }

  /** A move makes a new booking; the candidate's waits for the host's yes. */
  move(by: 'candidate' | 'interviewer', startsAt: number): boolean {
    const { last } = this;
    if (last.status !== 'pending' && last.status !== 'accepted') return false;
    const added = this.#add(startsAt, by === 'interviewer' ? 'accepted' : 'pending');
    Object.assign(last, { status: 'cancelled', movedTo: added.uid });
    return true;
  }

  view(): CalendarView {
    if (!this.answers) return { kind: 'unknown' };
    const { uid, status, startsAt, cancelledBy } = this.last;
    if (status === 'rejected') return { kind: 'rejected' };
    if (status === 'cancelled') return { kind: 'cancelled', by: cancelledBy, latest: null };
    const times = { startsAt: new Date(startsAt), endsAt: new Date(startsAt + LENGTH) };
    return { kind: status, uid, ...times, meetingUrl: null };
  }

  #add(startsAt: number, status: Slot['status']): Slot {
    const uid = this.slots.length === 0 ? 'uid' : `uid-${this.slots.length}`;
    const slot: Slot = { uid, startsAt, status, movedTo: null, cancelledBy: 'interviewer' };
    this.slots.push(slot);
    return slot;
  }
}
