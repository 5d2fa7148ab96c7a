import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { files, memberCards, memberMedical, staffLocations } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { createCheckIn } from "@/lib/contracts/access/check-ins";
import { issueCard, listCards, revokeCard } from "@/lib/contracts/members/member-cards";
import { getMedical, putMedical } from "@/lib/contracts/members/member-medical";
import { deletePhoto, getPhoto, putPhoto } from "@/lib/contracts/members/member-photos";
import { getMember } from "@/lib/contracts/members/members";
import { cardHash, readCardCode } from "@/lib/domain/members";
import { healthFlagOn } from "@/lib/domain/members/medical/health-flag";
import { unseal } from "@/lib/kernel/cipher";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { call, refusal, send } from "@/tests/support/http/api";

const as = (gym: Gym, role: keyof Gym["people"] = "gym_owner") => ({ token: gym.people[role].token });
const tenant = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const blob = (bytes: Uint8Array, type = "image/jpeg") => new Blob([new Uint8Array(bytes)], { type });

const none = {
  heart_condition: false,
  chest_pain_active: false,
  chest_pain_resting: false,
  dizziness: false,
  joint_problem: false,
  blood_pressure_medicine: false,
  other_reason: false,
};

test("J10 health answers are encrypted in the table and are returned unchanged", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  await call(putMedical, { id, conditions: "Asthma bronchiale", allergies: "Penicillin" }, as(gym));
  const [row] = await inTenant(tenant(gym), (db) =>
    db.select().from(memberMedical).where(eq(memberMedical.member_id, id)),
  );
  const bytes = row?.ciphertext
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString("latin1"))
    .join("");
  expect(`${row?.ciphertext}${bytes}`).not.toMatch(/asthma|penicillin|conditions/i);
  const read = await call(getMedical, { id }, as(gym, "admin"));
  expect([read.conditions, read.allergies, read.injuries]).toEqual(["Asthma bronchiale", "Penicillin", null]);
});

test("J10 a ciphertext that is moved to another member cannot be read there", async () => {
  const gym = await newGym();
  const [one, two] = [await newMember(gym), await newMember(gym)];
  await call(putMedical, { id: one, conditions: "Asthma" }, as(gym));
  await call(putMedical, { id: two, conditions: "None" }, as(gym));
  const rows = await inTenant(tenant(gym), (db) => db.select().from(memberMedical));
  const sealed = rows.find(({ member_id }) => member_id === one)?.ciphertext ?? "";
  expect(unseal(one, sealed)).toMatchObject({ conditions: "Asthma" });
  expect(() => unseal(two, sealed)).toThrow();
  const tampered = sealed.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`);
  expect(() => unseal(one, tampered)).toThrow();
});

test("J10 each read of health answers is in the audit log, each change with its fields and without its values", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  await call(putMedical, { id, conditions: "Asthma" }, as(gym));
  await call(getMedical, { id }, as(gym, "admin"));
  await call(getMedical, { id }, as(gym, "admin"));
  const reads = await auditOf(gym, "member_medical.get");
  expect(reads.map(({ actor_id, target_id }) => [actor_id, target_id])).toEqual([
    [gym.people.admin.user_id, id],
    [gym.people.admin.user_id, id],
  ]);
  const [change] = await auditOf(gym, "member_medical.put");
  expect(change?.after).toEqual({ fields: ["conditions"], cleared_on: null });
});

test("A4 neither trainer nor receptionist reads health answers", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  for (const role of ["trainer", "receptionist", "member"] as const)
    expect((await refusal(getMedical, { id }, as(gym, role))).status, role).toBe(403);
});

test("J9 a yes sets a flag that a trainer sees, without the answers, until a doctor's clearance", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const flag = async (role: keyof Gym["people"]) => (await call(getMember, { id }, as(gym, role))).health_flag;
  expect(await flag("trainer")).toBe("unknown");
  await call(putMedical, { id, readiness: { ...none, dizziness: true } }, as(gym));
  expect([await flag("trainer"), await flag("receptionist")]).toEqual(["pending_clearance", undefined]);
  const { screened_on } = await call(getMedical, { id }, as(gym));
  await call(putMedical, { id, readiness: { ...none, dizziness: true }, cleared_on: screened_on }, as(gym));
  expect(await flag("trainer")).toBe("clear");
});

test("J9 a screening is due again after a year, and an older clearance does not answer a new one", () => {
  const screened = { screened_on: "2025-03-05", needs_clearance: false, cleared_on: null };
  expect(healthFlagOn(screened, "2026-03-04")).toBe("clear");
  expect(healthFlagOn(screened, "2026-03-05")).toBe("renewal_due");
  expect(healthFlagOn({ ...screened, needs_clearance: true, cleared_on: "2025-03-01" }, "2025-04-01")).toBe(
    "pending_clearance",
  );
  expect(healthFlagOn({ screened_on: "2024-02-29", needs_clearance: false, cleared_on: null }, "2025-02-28")).toBe(
    "renewal_due",
  );
});

test("R10 a photo is encoded again at 512 pixels without location, device and time", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const camera = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#336699" } })
    .withExif({ IFD0: { Make: "SecretCam", Artist: "Rahel" }, IFD3: { GPSLatitude: "37/1 48/1 0/1" } })
    .jpeg()
    .toBuffer();
  expect((await sharp(camera).metadata()).exif?.toString("latin1")).toContain("SecretCam");
  const member = await call(putPhoto, { id }, { ...as(gym), body: blob(camera) });
  const answer = await send(getPhoto, { id }, as(gym, "receptionist"));
  const stored = Buffer.from(await answer.arrayBuffer());
  const { width, height, format, exif } = await sharp(stored).metadata();
  expect({ width, height, format, exif }).toEqual({ width: 512, height: 512, format: "webp", exif: undefined });
  expect(stored.toString("latin1")).not.toContain("SecretCam");
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(member.photo_url).toMatch(
    new RegExp(`^/api/v1/members/${id}/photo\\?organization=${gym.organization.slug}&v=[0-9a-f-]{36}$`),
  );
});

test("R10 a file that is no picture is rejected, and data appended to a picture is removed", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const real = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const put = (bytes: Uint8Array, type = "image/jpeg") =>
    refusal(putPhoto, { id }, { ...as(gym), body: blob(bytes, type), headers: { "content-type": type } });
  const html = Buffer.from("<script>alert(1)</script>");
  expect((await put(html)).errors?.[0]?.field).toBe("photo");
  expect((await put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), html]))).status).toBe(422);
  expect((await put(Buffer.concat([real.subarray(0, 8), html]), "image/png")).status).toBe(422);
  expect((await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "image/png")).status).toBe(422);
  expect((await put(real, "image/svg+xml")).status).toBe(415);
  expect((await put(Buffer.alloc(5 * 1024 * 1024 + 1, 0xff))).status).toBe(413);
  const polyglot = Buffer.concat([real, Buffer.from("<script>alert(1)</script>")]);
  await call(putPhoto, { id }, { ...as(gym), body: blob(polyglot, "image/jpeg") });
  const stored = Buffer.from(await (await send(getPhoto, { id }, as(gym))).arrayBuffer()).toString("latin1");
  expect(stored).not.toContain("script");
});

test("R11 a photo is read by the team and by the member on it, by no other member and no other gym", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const id = gym.member_id;
  const { photo_url } = await call(putPhoto, { id }, { ...as(gym), body: blob(bytes) });
  const status = async (holder: Gym, role: keyof Gym["people"], member_id = id) =>
    (await send(getPhoto, { id: member_id }, as(holder, role))).status;
  expect([await status(gym, "trainer"), await status(gym, "member")]).toEqual([200, 200]);
  const otherMember = await newMember(gym);
  await call(putPhoto, { id: otherMember }, { ...as(gym), body: blob(bytes) });
  expect([await status(gym, "member", otherMember), await status(other, "gym_owner")]).toEqual([404, 404]);
  const version = new URL(photo_url ?? "", "http://x").searchParams.get("v") ?? "";
  const cached = await send(getPhoto, { id, v: version }, as(gym));
  expect([cached.headers.get("cache-control"), cached.headers.get("etag")]).toEqual([
    "private, max-age=604800, immutable",
    `"${version}"`,
  ]);
});

test("R11 a desk sees the photo of a member of another location only after that member scanned there", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  const id = await newMember(gym, { member_code: "TG-7" });
  const staff_id = gym.people.receptionist.caller.staff_id ?? "";
  const here = await newLocation(gym, "Annex");
  await inTenant(tenant(gym), (db) =>
    db.insert(staffLocations).values({ organization_id, staff_id, location_id: here }),
  );
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  await call(putPhoto, { id }, { ...as(gym), body: blob(bytes) });
  const status = async () => (await send(getPhoto, { id }, as(gym, "receptionist"))).status;
  expect(await status()).toBe(404);
  await refusal(createCheckIn, { code: "TG-7", location_id: here }, as(gym, "receptionist"));
  expect(await status()).toBe(200);
});

test("a new photo deletes the old file, and a removal deletes the file", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const folder = join(process.env.DATA_DIR ?? "", "files", gym.organization_id, "photo");
  await call(putPhoto, { id }, { ...as(gym), body: blob(bytes) });
  await call(putPhoto, { id }, { ...as(gym), body: blob(bytes) });
  await expect.poll(async () => (await readdir(folder)).length).toBe(1);
  expect((await call(deletePhoto, { id }, as(gym))).photo_url).toBeNull();
  await expect.poll(async () => (await readdir(folder)).length).toBe(0);
  expect(await inTenant(tenant(gym), (db) => db.select().from(files))).toEqual([]);
  expect((await refusal(getPhoto, { id }, as(gym))).status).toBe(404);
});

test("a card's code is returned once; the table stores a keyed hash and the last four digits", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const terms = { ...as(gym, "receptionist"), headers: { "idempotency-key": "card-1" } };
  const { code, ...issued } = await call(issueCard, { id }, terms);
  expect(code).toMatch(/^[1-9]\d{11}$/);
  expect(issued.code_hint).toBe(code.slice(-4));
  const [row] = await inTenant(tenant(gym), (db) => db.select().from(memberCards));
  expect(JSON.stringify(row)).not.toContain(code);
  expect(row?.code_hash).toBe(cardHash(gym.organization_id, code));
  expect(cardHash("another organization", code)).not.toBe(row?.code_hash);
  const { data } = await call(listCards, { id }, as(gym, "receptionist"));
  expect(data).toEqual([issued]);
  expect(JSON.stringify(await auditOf(gym, "member_cards.issue"))).not.toContain(code);
  const again = await call(issueCard, { id }, terms);
  expect(again.code, "a secret is not stored for a repeated request").not.toBe(code);
});

test("a card is revoked with its reason, once; another member's card is not found through this one", async () => {
  const gym = await newGym();
  const [one, two] = [await newMember(gym), await newMember(gym)];
  const { id: card_id } = await call(issueCard, { id: one }, as(gym));
  expect((await refusal(revokeCard, { id: two, card_id }, as(gym))).status).toBe(404);
  const revoked = await call(revokeCard, { id: one, card_id, reason: "Lost" }, as(gym));
  expect([typeof revoked.revoked_at, revoked.revoked_reason]).toEqual(["string", "Lost"]);
  const again = await call(revokeCard, { id: one, card_id, reason: "Stolen" }, as(gym));
  expect(again).toEqual(revoked);
});

test.each([
  ["482913076315", "482913076315"],
  ["4829 1307 6315", "482913076315"],
  ["4829-1307-6315", "482913076315"],
  [" ４８２９１３０７６３１５\r\n", "482913076315"],
  ["048291307631", null],
  ["IT-1042", null],
  ["", null],
])("a scanner's %j reads as the card code %s", (typed, expected) => {
  expect(readCardCode(typed)).toBe(expected);
});
