export type Mail = { to: string; subject: string; text: string; html?: string };

/** Whoever carries our mail. Resolves once the mail is accepted, which does not mean delivered. */
export type EmailProvider = { send(mail: Mail): Promise<void> };
