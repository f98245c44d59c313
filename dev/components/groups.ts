/** The pages of the catalogue of components. */
export const GROUP_NAMES = ['controls', 'forms', 'readings', 'frames', 'people', 'booking', 'panel'] as const;

export type GroupName = (typeof GROUP_NAMES)[number];
