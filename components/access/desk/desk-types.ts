import type { z } from "zod";
import type { checkIn, createCheckIn, EntryRefusal } from "@/lib/contracts/access/check-ins";
import type { Occupancy } from "@/lib/contracts/access/occupancy";
import type { Output } from "@/lib/contracts/contract";

export type Scan = z.output<typeof checkIn>;
export type CheckInAnswer = Output<typeof createCheckIn>;

/** The organization and the location of a desk. */
export type DeskContext = {
  organization: { slug: string; name: string; locale: string };
  location: { id: string; name: string; time_zone: string };
};

export type DeskRights = { override: boolean; undo: boolean; read_members: boolean };

export type DeskInitialData = { occupancy: Occupancy; scans: Scan[]; as_of: string };

/** What a scan or a selected search result presents. */
export type Credential = { qr: string } | { code: string } | { member_id: string };

/** One check-in attempt. A retry reuses its idempotency key. */
export type CheckInAttempt = { credential: Credential; key: string; at: string };

export type EntryResult =
  | { kind: "admitted"; attempt: CheckInAttempt; answer: CheckInAnswer }
  | { kind: "denied"; attempt: CheckInAttempt; refusal: EntryRefusal }
  /** No decision: the server could not be reached or failed. */
  | { kind: "not_recorded"; attempt: CheckInAttempt; message: string };
