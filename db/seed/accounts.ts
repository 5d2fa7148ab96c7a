export const DEMO_PASSWORD = "fitflow-demo-2026";

export const DEMO_ACCOUNTS = [
  ["owner@demo.fitflow.test", "owner of Iron Temple"],
  ["admin@demo.fitflow.test", "admin"],
  ["trainer@demo.fitflow.test", "trainer"],
  ["desk@demo.fitflow.test", "front desk"],
  ["member@demo.fitflow.test", "member"],
  ["owner@shakti.fitflow.test", "owner of Shakti Fitness"],
  ["root@demo.fitflow.test", "platform administrator"],
] as const;
