import { testContracts } from "@/tests/support/contract-tests";

testContracts("Check-in", "Reports", "Activity");
