import { ageOn } from "@/lib/values/calendar-day";
import { opensAt } from "@/lib/values/opening-hours";
import { type EntryMessage, type EntryMessageInput, SEE_THE_DESK } from "./entry-message";
import type { EntryFacts } from "./facts";
import { timeInWords, weekdayAndTimeInWords } from "./wording";

export const personMessage = ({ reason, facts, today }: EntryMessageInput): EntryMessage => {
  const { member, location, locale } = facts;
  const name = member?.first_name ?? "This person";
  switch (reason) {
    case "revoked_code":
      return {
        title: "Card no longer valid",
        tell_member: `This card is no longer valid. ${SEE_THE_DESK}`,
        tell_staff: "This card was blocked or replaced. Keep it, find the member by name and issue a new one.",
      };
    case "expired_code":
      return {
        title: "Pass is too old",
        tell_member: "Open your pass again: its code changes every minute.",
        tell_staff: "A screenshot of a pass expires after a minute. Ask for the pass itself.",
      };
    case "replayed_code":
      return {
        title: "Pass was used already",
        tell_member: "This code was used already. Open your pass for a new one.",
        tell_staff: "Each code is valid once. Ask for a new one and compare the photo.",
      };
    case "wrong_organization":
      return {
        title: "Pass of another gym",
        tell_member: `This pass belongs to another gym. ${SEE_THE_DESK}`,
        tell_staff: "This pass belongs to another gym. If they are your member too, find them by name.",
      };
    case "archived":
      return {
        title: "Record is archived",
        tell_member: SEE_THE_DESK,
        tell_staff: `${name} is archived. Restore the record first.`,
      };
    case "banned":
      return {
        title: "Not allowed in",
        tell_member: SEE_THE_DESK,
        tell_staff: `${sentence(member?.ban?.reason ?? "")} Only a manager can lift this.`.trim(),
      };
    case "no_membership":
      return {
        title: "No membership",
        tell_member: `There is no membership in your name yet. ${SEE_THE_DESK}`,
        tell_staff: "Sell a membership or a day pass.",
      };
    case "location_closed":
      return {
        title: `${location.name} is closed`,
        tell_member: opening(facts) ? `We open again ${opening(facts)}.` : "We are closed.",
        tell_staff: opening(facts) ? `Opens again ${opening(facts)}.` : "No opening hours are set for the coming days.",
      };
    case "waiver_missing":
      return {
        title: "Waiver not signed",
        tell_member: "Please sign the waiver at the desk first.",
        tell_staff: `${name} has not signed the waiver. Have it signed before training.`,
      };
    case "guardian_missing":
      return {
        title: "A guardian has to sign",
        tell_member: "A parent or guardian has to sign for you at the desk first.",
        tell_staff: `${name} is ${member?.birth_on ? ageOn(member.birth_on, today) : "a minor"}. A parent or guardian signs before the first visit.`,
      };
    case "full_house":
      return {
        title: `Full: ${facts.occupancy} of ${location.capacity}`,
        tell_member: "We are full right now. Please wait until another member leaves.",
        tell_staff: "Ask them to wait until another member leaves.",
      };
    case "already_inside": {
      const since = facts.open_visit && timeInWords(facts.open_visit.check_in_at, location.time_zone, locale);
      return {
        title: since ? `Inside since ${since}` : "Inside already",
        tell_member: `You are checked in already. ${SEE_THE_DESK}`,
        tell_staff: "Compare the photo: another person may be using this pass. Check them out first if they left.",
      };
    }
    default:
      return {
        title: "Code not known",
        tell_member: `This code is not known here. ${SEE_THE_DESK}`,
        tell_staff: "Find the member by name, or ask them to open their pass.",
      };
  }
};

const opening = ({ location, now, locale }: EntryFacts): string | null => {
  const next = location.opening_hours && opensAt(location.opening_hours, now, location.time_zone);
  return next && weekdayAndTimeInWords(next, location.time_zone, locale);
};

const sentence = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?।。]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};
