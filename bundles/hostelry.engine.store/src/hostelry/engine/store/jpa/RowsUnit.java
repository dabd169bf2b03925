package hostelry.engine.store.jpa;

import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit, as a container would give it: without a {@code persistence.xml} to be found, and with the class loader said outright. EclipseLink's
 * way by {@code PersistenceConfiguration} guesses the loader from the call stack, and in a framework guesses wrong.
 */
record RowsUnit(DataSource source, List<String> classes, ClassLoader loader, Properties settings) implements PersistenceUnitInfo {
    @Override
    public String getPersistenceUnitName() {
        return "hostelry";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public @Nullable String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    @SuppressWarnings("removal") // the interface still asks for the old name of the type
    public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
        return jakarta.persistence.spi.PersistenceUnitTransactionType.valueOf(PersistenceUnitTransactionType.RESOURCE_LOCAL.name());
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    /** EclipseLink looks there for mapping files, in vain: the folder of this class. */
    @Override
    public URL getPersistenceUnitRootUrl() {
        String own = Objects.requireNonNull(RowsUnit.class.getResource("RowsUnit.class")).toString();
        try {
            return URI.create(own.substring(0, own.lastIndexOf('/') + 1)).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> getManagedClassNames() {
        return classes;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return settings;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // rows are not woven
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
