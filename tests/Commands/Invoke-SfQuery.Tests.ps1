BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-QueryCount { @(Get-OrgRequest | Where-Object path -Match '/query(All)?$').Count }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Invoke-SfQuery' {
    BeforeEach {
        Reset-TestOrg
        $audited = [DateTimeOffset]'2024-05-06T07:08:09Z'
        $acme = New-SfRecord Account -PassThru @{
            Name = "O'Neil \ Sons"; Key__c = 'K1'; NumberOfEmployees = 12; Score__c = 0.25; AnnualRevenue = 1234567890123456
            Active__c = $true; Founded__c = [datetime]'1999-12-31'; Audited__c = $audited; Regions__c = 'North', 'West'
        }
        $other = New-SfRecord Account @{ Name = 'Other'; NumberOfEmployees = 3; Key__c = 'K2' } -PassThru
        $null = @{ LastName = 'Doe'; AccountId = $acme.Id }, @{ LastName = 'Roe'; AccountId = $acme.Id } | New-SfRecord Contact
        Clear-OrgRequest
    }

    Context 'Values' {
        It 'Fields_ComeWithTheTypesOfTheirDescription' {
            $row = Invoke-SfQuery "SELECT Id, Name, Active__c, NumberOfEmployees, Score__c, AnnualRevenue, Founded__c, Audited__c, Regions__c, Site FROM Account WHERE Key__c = 'K1'"

            $row.Active__c | Should -BeOfType bool
            $row.NumberOfEmployees | Should -BeOfType int
            $row.Score__c | Should -BeOfType double
            $row.AnnualRevenue | Should -BeOfType decimal
            $row.Founded__c | Should -BeOfType datetime
            $row.Audited__c | Should -BeOfType DateTimeOffset
            , $row.Regions__c | Should -BeOfType string[]
            $row.Score__c, $row.AnnualRevenue, $row.Audited__c | Should -Be 0.25, 1234567890123456, $audited
            $row.Founded__c, $row.Founded__c.Kind | Should -Be ([datetime]'1999-12-31'), 'Unspecified'
            $null -eq $row.Site | Should -BeTrue
            $row.PSTypeNames[0] | Should -Be Salesforce.Account
        }

        It 'ParentPaths_AreFlat' {
            $row = Invoke-SfQuery 'SELECT LastName, Account.Name, Account.Owner.Name FROM Contact LIMIT 1'

            $row.PSObject.Properties.Name | Should -Be 'LastName', 'Account.Name', 'Account.Owner.Name'
            $row.'Account.Name', $row.'Account.Owner.Name' | Should -Be "O'Neil \ Sons", 'Emulator Administrator'
        }

        It 'ParentThatIsMissing_IsNull' {
            $null = New-SfRecord Contact @{ LastName = 'Alone' }

            $row = Invoke-SfQuery "SELECT LastName, Account.Name FROM Contact WHERE LastName = 'Alone'"

            $null -eq $row.'Account.Name' | Should -BeTrue
        }

        It 'Children_AreArraysOfRecords' {
            $rows = Invoke-SfQuery 'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name'

            , $rows[0].Contacts | Should -BeOfType array
            $rows[0].Contacts.LastName | Should -Be 'Doe', 'Roe'
            $rows[1].Contacts | Should -HaveCount 0
        }

        It 'ChildrenOverSeveralPages_AreComplete' {
            $null = 1..700 | ForEach-Object { @{ LastName = "C$_"; AccountId = $other.Id } } | New-SfRecord Contact
            Clear-OrgRequest

            $row = Invoke-SfQuery "SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Key__c = 'K2'" -BatchSize 200

            ($row.Contacts.Id | Select-Object -Unique).Count | Should -Be 700
            @(Get-OrgRequest | Where-Object path -Like '*/query*').Count | Should -BeGreaterThan 1
        }

        It 'Count_IsANumber' {
            Invoke-SfQuery 'SELECT COUNT() FROM Contact' | Should -BeOfType int
            Invoke-SfQuery 'SELECT COUNT() FROM Contact' | Should -Be 2
        }

        It 'Aggregates_HaveTheirAlias' {
            $row = Invoke-SfQuery 'SELECT COUNT(Id) total, SUM(NumberOfEmployees) people, MAX(Name) FROM Account'

            $row.total, $row.people, $row.expr0 | Should -Be 2, 15, 'Other'
        }

        It 'Groups_AreRows' {
            $rows = Invoke-SfQuery 'SELECT AccountId, COUNT(Id) n FROM Contact GROUP BY AccountId'

            @($rows).Count, $rows.AccountId, $rows.n | Should -Be 1, $acme.Id, 2
        }

        It 'Raw_KeepsTheShapeOfSalesforce' {
            $row = Invoke-SfQuery 'SELECT LastName, Account.Name FROM Contact ORDER BY LastName LIMIT 1' -Raw

            $row.attributes.type, $row.LastName, $row.Account.Name | Should -Be 'Contact', 'Doe', "O'Neil \ Sons"
        }
    }

    Context 'Completeness' {
        It 'FiveThousandRows_ComeOnceEach' {
            $null = 1..5000 | ForEach-Object { @{ Name = "A$_"; Site = 'many' } } | New-SfRecord Account
            Clear-OrgRequest

            $ids = (Invoke-SfQuery "SELECT Id FROM Account WHERE Site = 'many'" -BatchSize 200).Id

            $ids.Count | Should -Be 5000
            ([Collections.Generic.HashSet[string]] $ids).Count | Should -Be 5000
            @(Get-OrgRequest).Count | Should -BeGreaterOrEqual 25
        }

        It 'DeletedRecords_ComeWithIncludeDeletedOnly' {
            $null = $other | Remove-SfRecord

            (Invoke-SfQuery 'SELECT Id FROM Account').Id | Should -Be $acme.Id
            @(Invoke-SfQuery 'SELECT Id, IsDeleted FROM Account' -IncludeDeleted).Count | Should -Be 2
        }

        It 'NoRows_GiveNothing' {
            Invoke-SfQuery "SELECT Id FROM Account WHERE Name = 'none'" | Should -BeNullOrEmpty
        }
    }

    Context 'Parameter' {
        It 'ValueOfKind<Kind>_IsBound' -ForEach @(
            @{ Kind = 'Text'; Where = 'Name = :v'; Value = { "O'Neil \ Sons" } }
            @{ Kind = 'Int'; Where = 'NumberOfEmployees = :v'; Value = { 12 } }
            @{ Kind = 'Double'; Where = 'Score__c = :v'; Value = { 0.25 } }
            @{ Kind = 'Decimal'; Where = 'AnnualRevenue = :v'; Value = { 1234567890123456d } }
            @{ Kind = 'Boolean'; Where = 'Active__c = :v'; Value = { $true } }
            @{ Kind = 'Date'; Where = 'Founded__c = :v'; Value = { [datetime]'1999-12-31' } }
            @{ Kind = 'Instant'; Where = 'Audited__c = :v'; Value = { $audited } }
            @{ Kind = 'LocalTime'; Where = 'Audited__c = :v'; Value = { $audited.LocalDateTime } }
            @{ Kind = 'List'; Where = 'Name IN :v'; Value = { "O'Neil \ Sons", 'nobody' } }
            @{ Kind = 'Choices'; Where = 'Regions__c INCLUDES :v'; Value = { 'West', 'East' } }
            @{ Kind = 'Record'; Where = 'Id = :v'; Value = { Invoke-SfQuery "SELECT Id FROM Account WHERE Key__c = 'K1'" } }
            @{ Kind = 'Records'; Where = 'Id IN :v'; Value = { @(Invoke-SfQuery "SELECT Id FROM Account WHERE Key__c = 'K1'") } }
            @{ Kind = 'Objects'; Where = 'Id IN :v'; Value = { @([pscustomobject]@{ Id = $acme.Id }) } }
            @{ Kind = 'Like'; Where = 'Name LIKE :v'; Value = { "O'N%" } }
            @{ Kind = 'Null'; Where = 'Founded__c != :v'; Value = { $null } }
        ) {
            $row = Invoke-SfQuery "SELECT Key__c FROM Account WHERE $Where" -Parameter @{ v = & $Value }

            $row.Key__c | Should -Be K1
        }

        It 'TextThatLooksLikeSoql_StaysText' {
            Invoke-SfQuery 'SELECT Id FROM Account WHERE Name = :v' -Parameter @{ v = "x' OR Name != '" } | Should -BeNullOrEmpty
        }

        It 'EmptyList_MatchesNothing' {
            Invoke-SfQuery 'SELECT Id FROM Account WHERE Id IN :v' -Parameter @{ v = @() } | Should -BeNullOrEmpty
            @(Invoke-SfQuery 'SELECT Id FROM Account WHERE Id NOT IN :v' -Parameter @{ v = @() }).Count | Should -Be 2
        }

        It 'LongList_IsSplitWithoutDuplicates' {
            $created = 1..1500 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account
            Clear-OrgRequest

            $rows = Invoke-SfQuery 'SELECT Id FROM Account WHERE Id IN :ids' -Parameter @{ ids = @($created.Id) + @($created.Id) }

            Get-QueryCount | Should -BeGreaterThan 1
            $rows.Count, ($rows.Id | Select-Object -Unique).Count | Should -Be 1500, 1500
        }

        It 'ValueMissingOrLeftOver_IsRefused' -ForEach @{ Values = @{} }, @{ Values = @{ v = 1; w = 2 } } {
            Invoke-SfQuery 'SELECT Id FROM Account WHERE NumberOfEmployees = :v' -Parameter $Values -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
            $bad[0].Exception.ErrorCode | Should -Be INVALID_PARAMETER
            Get-QueryCount | Should -Be 0
        }
    }

    Context 'Errors' {
        It 'RefusedQuery_IsAnErrorRecord_<Code>' -ForEach @(
            @{ Soql = 'SELECT Id FROM Account WHERE'; Code = 'MALFORMED_QUERY'; Category = 'SyntaxError' }
            @{ Soql = 'SELEC x'; Code = 'MALFORMED_QUERY'; Category = 'SyntaxError' }
            @{ Soql = 'SELECT Nope FROM Account'; Code = 'INVALID_FIELD'; Category = 'InvalidArgument' }
            @{ Soql = 'SELECT Id FROM Nope'; Code = 'INVALID_TYPE'; Category = 'InvalidArgument' }
        ) {
            Invoke-SfQuery $Soql -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad | Should -HaveCount 1
            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.InvokeSfQueryCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be $Code, $Category, $Soql
        }

        It 'QueriesFromThePipeline_GoOnAfterARefusedOne' {
            $rows = 'SELECT Nope FROM Account', 'SELECT LastName FROM Contact' | Invoke-SfQuery -ErrorAction SilentlyContinue

            $rows.LastName | Sort-Object | Should -Be 'Doe', 'Roe'
        }

        It 'ErrorActionStop_EndsThePipeline' {
            { 'SELECT Nope FROM Account', 'SELECT Id FROM Contact' | Invoke-SfQuery -ErrorAction Stop } | Should -Throw -ErrorId 'RequestRefused,*'

            Get-QueryCount | Should -Be 1
        }
    }
}
