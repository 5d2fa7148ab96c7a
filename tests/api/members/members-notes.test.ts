import { expect, test } from "vitest";
import { createNote, deleteNote, listNotes, updateNote } from "@/lib/contracts/members/member-notes";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { call, refusal } from "@/tests/support/http/api";

const as = (gym: Gym, role: keyof Gym["people"]) => ({ token: gym.people[role].token });
const missing = "0197f0a0-0000-7000-8000-00000000dead";

test("pinned notes come first, then the newest, each with its author", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  await call(createNote, { id, text: "Pinned", is_pinned: true }, as(gym, "gym_owner"));
  await call(createNote, { id, text: "Older" }, as(gym, "receptionist"));
  await call(createNote, { id, text: "Newer" }, as(gym, "trainer"));
  const { data } = await call(listNotes, { id }, as(gym, "gym_owner"));
  expect(data.map(({ text, is_pinned }) => [text, is_pinned])).toEqual([
    ["Pinned", true],
    ["Newer", false],
    ["Older", false],
  ]);
  expect(new Set(data.map(({ author_id }) => author_id)).size).toBe(3);
});

test("the author and managers change and delete a note, other staff do not", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const { id: note_id } = await call(createNote, { id, text: "Knee hurts on stairs" }, as(gym, "receptionist"));
  const { data } = await call(listNotes, { id }, as(gym, "trainer"));
  expect(data.map(({ may_change }) => may_change)).toEqual([false]);
  for (const refused of [
    await refusal(updateNote, { id, note_id, text: "Mine now" }, as(gym, "trainer")),
    await refusal(deleteNote, { id, note_id }, as(gym, "trainer")),
  ])
    expect([refused.status, refused.code]).toEqual([403, "forbidden"]);
  const pinned = await call(updateNote, { id, note_id, is_pinned: true }, as(gym, "admin"));
  expect(pinned).toMatchObject({ is_pinned: true, edited_at: null, text: "Knee hurts on stairs" });
  const edited = await call(updateNote, { id, note_id, text: "Prefers the lift" }, as(gym, "receptionist"));
  expect(edited.edited_at).not.toBeNull();
  expect(edited.author_id).toBe(pinned.author_id);
  await call(deleteNote, { id, note_id }, as(gym, "admin"));
  expect((await call(listNotes, { id }, as(gym, "admin"))).data).toEqual([]);
  expect((await auditOf(gym, "member_notes.delete"))[0]?.before).toMatchObject({ text: "Prefers the lift" });
});

test("a note of another member is not found under this one", async () => {
  const gym = await newGym();
  const [id, other] = [await newMember(gym), await newMember(gym)];
  const { id: note_id } = await call(createNote, { id, text: "A" }, as(gym, "gym_owner"));
  expect((await refusal(deleteNote, { id: other, note_id }, as(gym, "gym_owner"))).status).toBe(404);
  expect((await refusal(updateNote, { id, note_id: missing, text: "B" }, as(gym, "gym_owner"))).status).toBe(404);
});

test("a note that was changed in the meantime is not overwritten", async () => {
  const gym = await newGym();
  const id = await newMember(gym);
  const { id: note_id } = await call(createNote, { id, text: "A" }, as(gym, "gym_owner"));
  await call(updateNote, { id, note_id, text: "B" }, as(gym, "gym_owner"));
  const late = await refusal(
    updateNote,
    { id, note_id, text: "C" },
    { ...as(gym, "gym_owner"), headers: { "if-match": '"1"' } },
  );
  expect(late.code).toBe("version_conflict");
});
