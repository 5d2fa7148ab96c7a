/** A person takes first and last name from the same pool. */
export type NamePool = { weight: number; female: string[]; male: string[]; last: string[] };

export type WrittenName = { first_name: string; last_name: string; gender: "female" | "male" | "other" };

export const words = (text: string): string[] => text.trim().split(/\s+/);
