export const directions = ['more', 'less', 'neither'] as const
/** Whether more of it, or less of it, is better for workers. */
export type Direction = (typeof directions)[number]

/** Why there is no figure. A silence is never a zero (B51). */
export const missings = ['not_reported', 'not_applicable', 'unknown', 'suppressed'] as const
export type Missing = (typeof missings)[number]

export const grains = ['year', 'half_year', 'quarter', 'month'] as const
export type Grain = (typeof grains)[number]

export const disclosureStates = ['draft', 'filed', 'open'] as const
/** A disclosure is drafted, filed (sealed for all others), and opened for all at one instant. */
export type DisclosureState = (typeof disclosureStates)[number]
