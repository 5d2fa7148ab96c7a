import { z } from "zod";
import { channels } from "@/lib/values/delivery";
import {
  blockReasons,
  bulkStates,
  consentSources,
  languages,
  loggedKinds,
  messageCategories,
  messageKindNames,
  messageReasons,
  messageStates,
  noticeKinds,
  scheduleNames,
  scheduleRunStates,
} from "@/lib/values/notifications";

export const messageCategory = z.enum(messageCategories);
export const messageState = z.enum(messageStates);
export const messageReason = z.enum(messageReasons);
export const blockReason = z.enum(blockReasons);
export const language = z.enum(languages);
export const consentSource = z.enum(consentSources);
export const messageKind = z.enum(messageKindNames);
export const bulkState = z.enum(bulkStates);
export const scheduleName = z.enum(scheduleNames);
export const scheduleRunState = z.enum(scheduleRunStates);
export const noticeKind = z.enum(noticeKinds);
export const channel = z.enum(channels);
export const loggedKind = z.enum(loggedKinds);
