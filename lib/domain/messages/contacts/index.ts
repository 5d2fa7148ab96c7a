export { blockAddress, liftBlock, liftDeadAddress, liftStop } from "./block";
export { allows, type Block, type Contact, openChannels, type Reach, reasonAgainst } from "./contact";
export { contactsOf } from "./contacts-of";
export { forgetDevices, listDevices, registerDevice, removeDevice } from "./devices";
export { getOwnPreferences, getPreferences, updateOwnPreferences, updatePreferences } from "./preferences";
export { readUnsubscribe, resubscribe, unsubscribe } from "./unsubscribe";
export { type UnsubscribeLink, unsubscribeLink, unsubscribeToken } from "./unsubscribe-link";
