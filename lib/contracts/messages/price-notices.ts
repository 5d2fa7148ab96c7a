import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { id, instantOut, page, pageOf } from "@/lib/contracts/fields";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { channel, messageState } from "@/lib/values/schemas/notifications";

const notice = z.object({
  /** Of the message, as under /api/v1/notifications. */
  id,
  /** Who pays: a member, or a company. */
  member_id: id.nullable(),
  company_id: id.nullable(),
  to_name: z.string(),
  channel,
  state: messageState,
  /** A sentence with the reason why it was not sent, and what to do. */
  explanation: z.string().nullable(),
  sent_at: instantOut.nullable(),
});

export const listPriceNotices = contract({
  id: "price_increases.notices",
  scope: "location",
  method: "GET",
  path: "/api/v1/membership-plans/{id}/price-increases/{increase_id}/notices",
  access: "plans.write",
  tag: "Prices",
  input: z.strictObject({ id, increase_id: id, ...page }),
  /** `notice_on`: the day on which the notices go out. */
  output: pageOf(notice).extend({ notice_on: calendarDay }),
  errors: ["not_found", "malformed_cursor"],
});
