import { expect, test } from "vitest";
import { fieldsOf } from "@/lib/domain/messages/providers/vendor-fields";
import { emailSettings, firebaseSettings, smsSettings } from "@/lib/values/provider-settings";

test.each([
  ["email", "resend", ["api_key", "webhook_secret"]],
  ["email", "sendgrid", ["api_key", "webhook_public_key"]],
  ["email", "smtp", ["password"]],
  ["email", "local", []],
  ["sms", "twilio", ["auth_token"]],
  ["whatsapp", "twilio", ["auth_token"]],
  ["push", "firebase", ["service_account"]],
] as const)("of the settings for %s by %s, the fields %j are kept secret", (channel, vendor, fields) => {
  const secrets = fieldsOf(channel, vendor).filter(({ is_secret }) => is_secret);
  expect(secrets.map(({ name }) => name)).toEqual(fields);
});

test("the host of an SMTP server must be a host name", () => {
  const smtp = { vendor: "smtp", port: 587, security: "starttls", username: null, password: null };
  expect(emailSettings.safeParse({ ...smtp, host: "smtp.example.com" }).success).toBe(true);
  expect(emailSettings.safeParse({ ...smtp, host: "smtp.example.com/x" }).success).toBe(false);
});

test("a sender of text messages is a number or a messaging service", () => {
  const twilio = { vendor: "twilio", account_sid: `AC${"0".repeat(32)}`, auth_token: "t" };
  expect(smsSettings.safeParse({ ...twilio, sender: "+14155550132" }).success).toBe(true);
  expect(smsSettings.safeParse({ ...twilio, sender: `MG${"a".repeat(32)}` }).success).toBe(true);
  expect(smsSettings.safeParse({ ...twilio, sender: "GYM" }).success).toBe(false);
});

test("a file that is no service account is rejected when it is saved", () => {
  const settings = (service_account: string) => ({ vendor: "firebase", service_account, web: null });
  const account = {
    type: "service_account",
    project_id: "iron-temple",
    client_email: "push@iron-temple.iam.gserviceaccount.com",
    private_key: "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",
  };
  expect(firebaseSettings.safeParse(settings(JSON.stringify(account))).success).toBe(true);
  expect(firebaseSettings.safeParse(settings("{}")).success).toBe(false);
  expect(firebaseSettings.safeParse(settings("not JSON")).success).toBe(false);
});
