export type { MailBrand, MailContent } from "./mail-content";
export { renderMail } from "./render-mail";
