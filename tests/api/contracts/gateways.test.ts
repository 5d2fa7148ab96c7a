import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Disputes", "Gateway events", "Payouts", "Payment attempts", "Payment gateways", "Payment links");
