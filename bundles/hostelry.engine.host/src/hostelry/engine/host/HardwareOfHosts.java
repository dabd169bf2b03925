package hostelry.engine.host;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.HostHardware;
import hostelry.engine.spi.hardware.HardwareText;
import hostelry.model.Host;

/**
 * What hosts are built of, as the inventory knows it: also of one that does not answer, or that nobody has let in yet.
 *
 * @param estate says who may see the host
 */
record HardwareOfHosts(Estate estate, HardwareText text) {
    HostHardware of(Caller caller, String id) {
        return text.read(estate.get(caller, Host.class, id).getHardware());
    }
}
