import type { FaultMode, SandboxFault } from './control.ts';

export type Faults = ReturnType<typeof createFaults>;

/** The one fault in force, if any, and how often it may still strike. */
export function createFaults() {
  let current: SandboxFault | null = null;

  return {
    current: () => current,
    set(fault: SandboxFault) {
      current = { ...fault };
    },
    clear() {
      current = null;
    },
    /** Uses the fault up by one strike, if it is one of these modes. */
    strike(...modes: FaultMode[]): SandboxFault | null {
      if (current === null || !modes.includes(current.mode)) return null;
      const struck = current;
      if (struck.times !== undefined) {
        current = struck.times > 1 ? { ...struck, times: struck.times - 1 } : null;
      }
      return struck;
    },
  };
}
