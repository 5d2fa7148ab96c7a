import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Tax & entities", "Companies", "Ledger");
