import type { z } from "zod";
import type { checkIn, createCheckIn, entryRefusal } from "@/lib/contracts/access/check-ins";
import type { Occupancy } from "@/lib/contracts/access/occupancy";
import type { Output } from "@/lib/contracts/contract";

export type Scan = z.output<typeof checkIn>;
export type CheckInAnswer = Output<typeof createCheckIn>;
export type Refusal = z.output<typeof entryRefusal>;

export type DeskPlace = {
  organization: { slug: string; name: string; locale: string };
  location: { id: string; name: string; time_zone: string };
};

export type DeskRights = { override: boolean; undo: boolean; read_members: boolean };

export type DeskStart = { occupancy: Occupancy; scans: Scan[]; as_of: string };

/** Whom a scan or a choice names. */
export type Named = { qr: string } | { code: string } | { member_id: string };

/** One attempt; its key makes a repetition of it the same attempt. */
export type Attempt = { named: Named; key: string; at: string };

export type Verdict =
  | { kind: "come_in"; attempt: Attempt; answer: CheckInAnswer }
  | { kind: "please_wait"; attempt: Attempt; refusal: Refusal }
  /** Nothing was decided: the server was not reached, or could not answer. */
  | { kind: "not_recorded"; attempt: Attempt; message: string };
