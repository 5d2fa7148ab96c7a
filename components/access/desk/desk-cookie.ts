/** Which location the desk of this device belongs to. */
export const deskCookie = (organization: string): string => `fitflow.desk.${organization}`;
