import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts(
  "Payment attempts",
  "Payment gateways",
  "Payment links",
  "Payment methods",
  "Payment method links",
  "Member's own payments",
);
