import { newId } from "@/db/id";
import { login } from "@/lib/contracts/identity/auth";
import { forgotPassword, register } from "@/lib/domain/identity";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { invitedMember } from "@/tests/support/gym/member-invitations";
import {
  from,
  goodPassword,
  invite,
  joins,
  mailsTo,
  newAccount,
  newAddress,
  signInToken,
  tokenIn,
  visitor,
} from "@/tests/support/gym/people";
import { call } from "@/tests/support/http/api";

const newEmail = () => `new-${newId().slice(-12)}@example.com`;

const signUp = () => ({
  email: newEmail(),
  password: goodPassword,
  name: "Sam New",
  organization: { name: "New Gym", currency: "EUR" as const, time_zone: "Europe/Berlin" },
});

/** The specimen is also sent by people who are signed in; they confirm. */
async function memberInvitationToken(gym: Gym): Promise<string> {
  return (await invitedMember(gym)).token;
}

export const specimens: Specimens = {
  inputs: {
    "auth.login": async (gym) => {
      const account = await newAccount();
      await joins(gym, account, "trainer");
      return { email: account.email, password: account.password };
    },
    "auth.refresh": async (gym) => {
      const account = await newAccount();
      await joins(gym, account, "trainer");
      const { email, password } = account;
      const { refresh_token } = await call(login, { email, password }, { headers: from(newAddress()) });
      return { refresh_token };
    },
    "auth.logout": () => ({}),
    "auth.logout_all": () => ({}),
    "auth.me": () => ({}),
    "auth.switch_organization": (gym) => ({ organization: gym.organization.slug }),
    "auth.register": signUp,
    "auth.verify_email": async () => {
      const input = signUp();
      await register(visitor(), input);
      return { token: tokenIn((await mailsTo(input.email))[0]), password: goodPassword };
    },
    "auth.resend_verification": () => ({ email: newEmail() }),
    "auth.forgot_password": () => ({ email: newEmail() }),
    "auth.reset_password": async () => {
      const { email } = await newAccount();
      await forgotPassword(visitor(), { email });
      return { token: tokenIn((await mailsTo(email))[0]), password: "another long walk" };
    },
    "auth.send_sign_in_link": () => ({ email: newEmail() }),
    "auth.read_sign_in_link": async () => ({ token: await signInToken((await newAccount()).email) }),
    "auth.open_session_by_link": async () => ({ token: await signInToken((await newAccount()).email) }),
    "auth.read_member_invitation": async (gym) => ({ token: await memberInvitationToken(gym) }),
    "auth.accept_member_invitation": async (gym) => ({
      token: await memberInvitationToken(gym),
      link_to_signed_in: true,
    }),
    "auth.read_invitation": async (gym) => ({ token: await invite(gym, { email: newEmail() }) }),
    "auth.accept_invitation": async (gym) => ({
      token: await invite(gym, { email: newEmail() }),
      name: "Kai New",
      password: goodPassword,
    }),
  },
};
