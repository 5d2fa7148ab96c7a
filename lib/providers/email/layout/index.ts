export { mailColours } from "./colours";
export { renderMail } from "./render-mail";
