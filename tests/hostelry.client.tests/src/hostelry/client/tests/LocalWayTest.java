package hostelry.client.tests;

import hostelry.client.EngineConnection;

/** The contract in the same framework. */
class LocalWayTest extends ConnectionContract {
    @Override
    EngineConnection open() throws Exception {
        return House.local();
    }
}
