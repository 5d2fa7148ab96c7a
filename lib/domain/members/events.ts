import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

const member = z.object({ member_id: z.uuid() });
const card = member.extend({ card_id: z.uuid() });

export const memberCreated = defineEvent("members/member.created", member);
export const memberUpdated = defineEvent("members/member.updated", member);
export const memberArchived = defineEvent("members/member.archived", member);
export const memberRestored = defineEvent("members/member.restored", member);
export const memberBanned = defineEvent("members/member.banned", member);
export const memberBanLifted = defineEvent("members/member.ban_lifted", member);
export const memberPhotoChanged = defineEvent("members/member.photo_changed", member);
export const cardIssued = defineEvent("members/card.issued", card);
export const cardRevoked = defineEvent("members/card.revoked", card);
