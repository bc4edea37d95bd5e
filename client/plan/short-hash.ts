/** The beginning of a sum, as one says it to each other: `62d1 09ae`. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
