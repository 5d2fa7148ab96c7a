export { renderMail } from "./render-mail";
