import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Payment attempts", "Payment gateways", "Payment links");
