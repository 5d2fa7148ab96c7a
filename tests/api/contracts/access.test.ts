import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Check-in", "Reports", "Activity");
