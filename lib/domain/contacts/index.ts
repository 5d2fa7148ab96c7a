export { allows, type Block, type Contact, openChannels, type Reach, reasonAgainst } from "./contact";
export { contactsOf } from "./contacts-of";
