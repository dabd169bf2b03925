package hostelry.node.libvirt.link;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The calls of libvirt's C library that libvirt-java 0.5.4 does not have, under their own names. */
interface Native extends Library {
    void virEventRegisterImpl(Callback addHandle, Callback updateHandle, Callback removeHandle, Callback addTimeout, Callback updateTimeout,
            Callback removeTimeout);

    int virConnectDomainEventRegisterAny(Pointer connection, @Nullable Pointer domain, int event, Callback callback,
            @Nullable Pointer opaque, @Nullable Pointer free);

    int virConnectDomainEventDeregisterAny(Pointer connection, int id);

    int virConnectGetAllDomainStats(Pointer connection, int stats, PointerByReference records, int flags);

    void virDomainStatsRecordListFree(Pointer records);

    void virTypedParamsFree(Pointer parameters, int count);

    int virDomainGetGuestInfo(Pointer domain, int types, PointerByReference parameters, IntByReference count, int flags);

    int virDomainAgentSetResponseTimeout(Pointer domain, int seconds, int flags);

    int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    int virDomainShutdownFlags(Pointer domain, int flags);

    int virTypedParamsAddString(PointerByReference parameters, IntByReference count, IntByReference most, String name, String value);

    int virTypedParamsAddULLong(PointerByReference parameters, IntByReference count, IntByReference most, String name, long value);

    int virDomainMigrateToURI3(Pointer domain, String uri, @Nullable Pointer parameters, int count, int flags);

    int virDomainMigrateSetMaxDowntime(Pointer domain, long millis, int flags);

    int virDomainMigrateStartPostCopy(Pointer domain, int flags);

    int virDomainGetJobStats(Pointer domain, IntByReference type, PointerByReference parameters, IntByReference count, int flags);

    int virDomainAbortJob(Pointer domain);

    @Nullable
    Pointer virDomainLookupByUUIDString(Pointer connection, String uuid);

    int virDomainGetUUIDString(Pointer domain, byte[] buffer);

    String virDomainGetName(Pointer domain);

    @Nullable
    Pointer virStreamNew(Pointer connection, int flags);

    int virDomainOpenConsole(Pointer domain, @Nullable String device, Pointer stream, int flags);

    int virStreamRecv(Pointer stream, byte[] bytes, long count);

    int virStreamSend(Pointer stream, byte[] bytes, long count);

    int virStreamAbort(Pointer stream);

    int virStreamFree(Pointer stream);

    int virDomainFree(Pointer domain);

    int virGetLastErrorCode();

    String virGetLastErrorMessage();

    void virSetErrorFunc(@Nullable Pointer data, @Nullable Callback callback);
}
