import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts(
  "Disputes",
  "Failed payments",
  "Gateway events",
  "Gateway subscriptions",
  "Member's own payments",
  "Payment attempts",
  "Payment gateways",
  "Payment links",
  "Payment method links",
  "Payment methods",
  "Payouts",
);
