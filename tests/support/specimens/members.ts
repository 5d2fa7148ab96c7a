import sharp from "sharp";
import { inviteMembers } from "@/lib/contracts/identity/member-invitations";
import { issueCard } from "@/lib/contracts/members/member-cards";
import { createNote } from "@/lib/contracts/members/member-notes";
import { putPhoto } from "@/lib/contracts/members/member-photos";
import { createSegment } from "@/lib/contracts/members/member-segments";
import { archiveMember, banMember } from "@/lib/contracts/members/members";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { type Gym, newMember, newUser } from "@/tests/support/gym/gym";
import { invitedMember, memberEmail } from "@/tests/support/gym/member-invitations";
import { call } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const existingMember = async (gym: Gym) => ({ id: await newMember(gym) });

export const portrait = async (): Promise<Blob> => {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: "image/jpeg" });
};

const note = async (gym: Gym) => {
  const { id } = await existingMember(gym);
  const { id: note_id } = await call(createNote, { id, text: "Call in the evening" }, owner(gym));
  return { id, note_id };
};

const segment = (gym: Gym) =>
  call(createSegment, { name: `Trials ${crypto.randomUUID()}`, filters: { status: ["trial"] } }, owner(gym));

export const specimens: Specimens = {
  inputs: {
    "members.list": async (gym) => {
      await newMember(gym, { first_name: "Olga" });
      return { q: "olga", with_total: true };
    },
    "members.count": (gym) => ({ location_id: gym.location_id }),
    "members.get": existingMember,
    "members.create": () => ({ first_name: "John", last_name: "Doe", phone: "+1234567890", tags: ["New"] }),
    "members.update": async (gym) => ({ ...(await existingMember(gym)), tags: ["Knee"] }),
    "members.archive": existingMember,
    "members.restore": async (gym) => {
      const { id } = await existingMember(gym);
      await call(archiveMember, { id }, owner(gym));
      return { id };
    },
    "members.ban": async (gym) => ({ ...(await existingMember(gym)), reason: "Broke the rules" }),
    "members.lift_ban": async (gym) => {
      const { id } = await existingMember(gym);
      await call(banMember, { id, reason: "Broke the rules" }, owner(gym));
      return { id };
    },
    "members.export": () => ({}),
    "members.list_tags": async (gym) => {
      await newMember(gym, { tags: ["Knee"] });
      return {};
    },
    "member_medical.get": existingMember,
    "member_medical.put": async (gym) => ({ ...(await existingMember(gym)), allergies: "Penicillin" }),
    "member_photos.put": async (gym) => ({ ...(await existingMember(gym)), $body: await portrait() }),
    "member_photos.get": async (gym) => {
      const { id } = await existingMember(gym);
      await call(putPhoto, { id }, { ...owner(gym), body: await portrait() });
      return { id };
    },
    "member_photos.delete": async (gym) => {
      const { id } = await existingMember(gym);
      await call(putPhoto, { id }, { ...owner(gym), body: await portrait() });
      return { id };
    },
    "member_invitations.get": existingMember,
    "member_invitations.create": async (gym) => ({ id: await newMember(gym, { email: memberEmail() }) }),
    "member_invitations.revoke": async (gym) => ({ id: (await invitedMember(gym)).member_id }),
    "member_invitations.remove_login": async (gym) => ({
      id: await newMember(gym, { user_id: (await newUser()).id }),
    }),
    "member_invitations.create_many": async (gym) => ({ member_ids: [await newMember(gym)] }),
    "member_invitations.get_many": async (gym) => {
      const member_ids = [await newMember(gym)];
      return { id: (await call(inviteMembers, { member_ids }, owner(gym))).id };
    },
    "member_cards.list": existingMember,
    "member_cards.issue": existingMember,
    "member_cards.revoke": async (gym) => {
      const { id } = await existingMember(gym);
      const card = await call(issueCard, { id }, owner(gym));
      return { id, card_id: card.id };
    },
    "member_notes.list": async (gym) => ({ id: (await note(gym)).id }),
    "member_notes.create": async (gym) => ({ ...(await existingMember(gym)), text: "Call in the evening" }),
    "member_notes.update": async (gym) => ({ ...(await note(gym)), is_pinned: true }),
    "member_notes.delete": note,
    "members.archive_many": async (gym) => ({ ids: [(await existingMember(gym)).id] }),
    "members.tag_many": async (gym) => ({ ids: [(await existingMember(gym)).id], add: ["Knee"] }),
    "member_segments.list": async (gym) => {
      await segment(gym);
      return { with_counts: true };
    },
    "member_segments.get": async (gym) => ({ id: (await segment(gym)).id }),
    "member_segments.create": () => ({ name: "Trials", filters: { status: ["trial"] } }),
    "member_segments.update": async (gym) => ({ id: (await segment(gym)).id, name: "Free trials" }),
    "member_segments.delete": async (gym) => ({ id: (await segment(gym)).id }),
  },
};
