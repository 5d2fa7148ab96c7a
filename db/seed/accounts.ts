import { DEMO_OWNER } from "@/lib/values/demo";

export { DEMO_PASSWORD } from "@/lib/values/demo";

/** The platform administrator. Always disabled on a public URL. */
export const DEMO_ROOT = "root@demo.fitflow.test";

export const DEMO_ACCOUNTS = [
  [DEMO_OWNER, "owner of Iron Temple"],
  ["admin@demo.fitflow.test", "admin"],
  ["trainer@demo.fitflow.test", "trainer"],
  ["desk@demo.fitflow.test", "front desk"],
  ["member@demo.fitflow.test", "member"],
  ["owner@shakti.fitflow.test", "owner of Shakti Fitness"],
  [DEMO_ROOT, "platform administrator"],
] as const;
