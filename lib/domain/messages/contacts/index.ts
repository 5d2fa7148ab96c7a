export { contactsOfAll } from "./addressees";
export { blockAddress, liftBlock, liftDeadAddress, liftStop } from "./block";
export { type Addressee, addresseeKey, addresseeOf, type Contact, openChannels, suppressionReason } from "./contact";
export { contactsOf } from "./contacts-of";
export { deleteDevices, listDevices, registerDevice, removeDevice } from "./devices";
export { getOwnPreferences, getPreferences, updateOwnPreferences, updatePreferences } from "./preferences";
export { readUnsubscribe, resubscribe, unsubscribe } from "./unsubscribe";
export { unsubscribeLink } from "./unsubscribe-link";
