package hostelry.client.tests;

import hostelry.client.EngineConnection;

/** The contract over the wire. */
class RemoteWayTest extends ConnectionContract {
    @Override
    EngineConnection open() throws Exception {
        return House.remote();
    }
}
