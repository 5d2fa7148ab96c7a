export { blockAddress, liftBlock, liftDeadAddress, liftStop } from "./block";
export { allows, type Block, type Contact, type Endpoint, openChannels, suppressionReason } from "./contact";
export { contactsOf } from "./contacts-of";
export { deleteDevices, listDevices, registerDevice, removeDevice } from "./devices";
export { getOwnPreferences, getPreferences, updateOwnPreferences, updatePreferences } from "./preferences";
export { readUnsubscribe, resubscribe, unsubscribe } from "./unsubscribe";
export { type UnsubscribeLink, unsubscribeLink, unsubscribeToken } from "./unsubscribe-link";
