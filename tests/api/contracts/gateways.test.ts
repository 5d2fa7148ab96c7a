import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Gateway events", "Payment attempts", "Payment gateways", "Payment links");
