import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Disputes", "Payouts", "Payment attempts", "Payment gateways", "Payment links");
