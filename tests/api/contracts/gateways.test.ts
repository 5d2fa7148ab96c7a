import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Failed payments", "Payment attempts", "Payment gateways", "Payment links");
