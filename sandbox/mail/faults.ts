import { choose, countStroke, type Rolls, roll, type Struck } from '../chance.ts';
import type { FaultMode, MailChaos, SandboxFault } from './control.ts';

export type Faults = ReturnType<typeof createFaults>;

/** The one fault in force, if any, and how often it may still strike; and the faults of chance. */
export function createFaults() {
  let current: SandboxFault | null = null;
  let chaos: (MailChaos & { rolls: Rolls }) | null = null;
  let struck: Struck = {};

  /** What chance has for the next connection (`down`) or the next message (the rest). */
  const byChance = (modes: readonly FaultMode[]): SandboxFault | null => {
    if (chaos === null) return null;
    const { maxDelayMs = 2000, down, ...forMessages } = chaos.mail;
    const row = modes.includes('down') ? 'connections' : 'messages';
    const mode = choose(roll(chaos, row), row === 'connections' ? { down } : forMessages) as FaultMode | null;
    const delayMs = Math.round(roll(chaos, row) * maxDelayMs);
    return mode && { mode, ...(mode === 'slow' && { delayMs }) };
  };

  /** Uses the set fault up by one strike, if it is one of these modes. */
  const bySetting = (modes: readonly FaultMode[]): SandboxFault | null => {
    if (current === null || !modes.includes(current.mode)) return null;
    const taken = current;
    if (taken.times !== undefined) current = taken.times > 1 ? { ...taken, times: taken.times - 1 } : null;
    return taken;
  };

  return {
    current: () => current,
    chaos: () => chaos,
    struck: () => struck,
    set(fault: SandboxFault) {
      current = { ...fault };
    },
    setChaos(wanted: MailChaos | null) {
      chaos = wanted && { ...wanted, rolls: {} };
    },
    clear() {
      current = null;
      chaos = null;
    },
    forgetCounts() {
      struck = {};
    },
    /** The fault that strikes now, if any; counts it. */
    strike(...modes: FaultMode[]): SandboxFault | null {
      const fault = bySetting(modes) ?? byChance(modes);
      if (fault) countStroke(struck, fault.mode);
      return fault;
    },
  };
}
