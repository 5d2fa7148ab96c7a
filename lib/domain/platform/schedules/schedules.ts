import {
  birthday,
  freezeEnded,
  inactiveMembersNotice,
  membershipExpired,
  membershipExpiring,
  reEngagement,
} from "@/lib/domain/messages/reminders";
import type { Schedule } from "./schedule";

/** Everything that happens by the clock of a location. An area that adds one writes it beside its verbs and adds its line here. */
export const schedules: readonly Schedule[] = [
  membershipExpiring,
  membershipExpired,
  freezeEnded,
  birthday,
  inactiveMembersNotice,
  reEngagement,
];
