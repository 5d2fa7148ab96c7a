/** The cookie that stores the location of this device's desk. */
export const deskCookie = (organization: string): string => `fitflow.desk.${organization}`;
